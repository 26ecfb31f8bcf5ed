package io.kehu.migration.dataset;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.idempotency.ReplayCheck;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the list of data sets.
 */
@Configuration(proxyBeanMethods = false)
class DataSetConfiguration {

	private static final ListFields<DataSet> FIELDS = ListFields
		.<DataSet>of("data_set d", "d.deleted_at is null", "d.id", DataSet::id)
		.enumeration("status", "d.status", DataSetStatus.class)
		.enumeration("origin", "d.origin", DataSetOrigin.class)
		.text("name", "d.name", DataSet::name)
		.reference("parentId", "d.parent_id")
		.instant("createdAt", "d.created_at", DataSet::createdAt);

	@Bean
	RecordList<DataSet> dataSetList(RecordLists lists) {
		return lists.create(DataSet.class, FIELDS);
	}

	@Bean
	ReplayCheck dataSetReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(DataSet.class, id, "data set");
	}

	@Bean
	Shares dataSetShares(ShareStore shares) {
		return shares.of(DataSet.class, "data set");
	}

}
