package io.kehu.auth.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom or what.
 *
 * @param actor who did it, by a name that people recognise
 * @param actorId the subject of the actor's token, or null for the service itself
 * @param action what was done, such as {@code user.locked}
 * @param subjectId the id of whom or what it was done to, or null
 * @param subjectVersion the version that came of it, or null
 * @param details what else is known, such as the fields that were changed
 */
record AuditLineView(UUID id, Instant at, String actor, @Nullable String actorId, String action,
		@Nullable UUID subjectId, @Nullable Long subjectVersion, Map<String, Object> details) {
}
