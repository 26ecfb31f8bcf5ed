package io.kehu.auth.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An audit log entry.
 *
 * @param actor the display name of the actor
 * @param actorId the subject of the actor's token, or null for the service itself
 * @param action the action, such as {@code user.locked}
 * @param subjectId the id of the affected record, or null
 * @param subjectVersion the resulting version of the record, or null
 * @param details further details, such as the changed fields
 */
record AuditLineView(UUID id, Instant at, String actor, @Nullable String actorId, String action,
		@Nullable UUID subjectId, @Nullable Long subjectVersion, Map<String, Object> details) {
}
