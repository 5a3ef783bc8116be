package org.sekisho.tenant.operator;

import java.util.List;

/** The plan a tenant is to have, and its options; none where {@code options} is null. */
record PlanRequest(String plan, List<String> options) {}
