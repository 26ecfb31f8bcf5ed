package io.kehu.customer.support;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * The team whose least loaded member is to work on a case.
 */
record TeamAssignment(@NotNull UUID teamId) {
}
