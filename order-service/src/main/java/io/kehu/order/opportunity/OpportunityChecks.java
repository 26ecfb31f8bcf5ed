package io.kehu.order.opportunity;

import io.kehu.order.customer.CustomerLookup;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.record.ChunkCheck;

import org.springframework.stereotype.Component;

/**
 * The checks of what opportunities refer to.
 */
@Component
class OpportunityChecks {

	private final PipelineStages pipelines;

	private final CustomerLookup customers;

	private final ProductCatalog products;

	OpportunityChecks(PipelineStages pipelines, CustomerLookup customers, ProductCatalog products) {
		this.pipelines = pipelines;
		this.customers = customers;
		this.products = products;
	}

	ChunkCheck<OpportunityDetails> stage() {
		return new StageOfPipeline(this.pipelines);
	}

	ChunkCheck<OpportunityDetails> customer() {
		return this.customers.check(OpportunityDetails::customerId);
	}

	ChunkCheck<OpportunityDetails> products() {
		return new SoldProductsExist(this.products);
	}

}
