package io.kehu.platform.record;

import java.time.Clock;

import io.kehu.platform.access.Access;
import io.kehu.platform.json.RequestJson;
import jakarta.persistence.EntityManager;

/**
 * The collaborators that the services of all records share.
 */
public record RecordTools(RecordJournal journal, RequestJson json, EntityManager entities, Clock clock, Access access) {
}
