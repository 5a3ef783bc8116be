"use strict";
// A reload keeps the page free of inline scripts and of any connection rule in its policy.
setTimeout(() => location.reload(), 2500);
