"use strict";
document.getElementById("auto-submit").submit();
