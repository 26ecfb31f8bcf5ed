package io.kehu.auth.client;

import java.util.List;

import io.kehu.platform.record.RecordRepository;

/**
 * Finds and stores partner clients.
 */
interface ApiClientRepository extends RecordRepository<ApiClient, ClientView> {

	/** Returns an empty list: clients have no external ids. */
	@Override
	default List<ApiClient> findByExternalIds(String[] systems, String[] ids) {
		return List.of();
	}

}
