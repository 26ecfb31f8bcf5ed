package io.kehu.order.opportunity;

import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.record.ChunkCheck;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The checks of what opportunities refer to.
 */
@Component
class OpportunityChecks {

	private final PipelineStages pipelines;

	private final CustomerLookup customers;

	private final ProductCatalog products;

	private final JdbcTemplate jdbc;

	OpportunityChecks(PipelineStages pipelines, CustomerLookup customers, ProductCatalog products, JdbcTemplate jdbc) {
		this.pipelines = pipelines;
		this.customers = customers;
		this.products = products;
		this.jdbc = jdbc;
	}

	ChunkCheck<OpportunityDetails> stage() {
		return new StageOfPipeline(this.pipelines);
	}

	ChunkCheck<OpportunityDetails> customer() {
		return new CustomerOfOpportunity(this.customers, this.jdbc);
	}

	ChunkCheck<OpportunityDetails> products() {
		return new SoldProductsExist(this.products);
	}

}
