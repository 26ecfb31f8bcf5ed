package io.kehu.migration.dataset;

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

}
