package io.kehu.auth.client;

import java.util.List;

import io.kehu.platform.record.RecordRepository;

/**
 * Finds and stores the programs of partners.
 */
interface ApiClientRepository extends RecordRepository<ApiClient, ClientView> {

	/** No other system knows a client. */
	@Override
	default List<ApiClient> findByExternalIds(String[] systems, String[] ids) {
		return List.of();
	}

}
