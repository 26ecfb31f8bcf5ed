package io.kehu.platform.record;

import java.time.Clock;

import io.kehu.platform.access.Access;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.json.RequestJson;
import jakarta.persistence.EntityManager;

/**
 * The collaborators that all kinds of record share.
 */
public record RecordTools(RecordJournal journal, RequestJson json, EntityManager entities, Clock clock, Access access,
		RecordTransactions transactions, BulkLoader loader, RecordLocks locks, RecordSealing sealing) {
}
