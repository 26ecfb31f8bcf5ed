package io.kehu.migration.crm;

import io.kehu.platform.client.AsService;

import org.springframework.web.service.annotation.HttpExchange;

/**
 * The records of order-service, loaded on behalf of migration-service, since a job
 * outlives the token of the steward who began it.
 */
@AsService
@HttpExchange("/api/v1")
interface OrderRecordsApi extends RecordsApi {

}
