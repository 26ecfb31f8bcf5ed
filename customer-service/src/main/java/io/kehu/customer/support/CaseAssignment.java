package io.kehu.customer.support;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who is to work on a case; null for none.
 */
record CaseAssignment(@Nullable UUID assigneeId, @Nullable UUID assignedTeamId) {
}
