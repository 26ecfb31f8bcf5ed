package io.kehu.order.opportunity;

import io.kehu.order.customer.CustomerLookup;
import io.kehu.order.customer.CustomerOrigins;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordFields;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Declares pipelines and opportunities.
 */
@Configuration(proxyBeanMethods = false)
class OpportunityConfiguration {

	static final RecordEvents PIPELINE_EVENTS = RecordEvents.of("kehu.pipelines", "pipeline", "added");

	@Bean
	RecordStore<PipelineDetails, Pipeline, PipelineView> pipelines(RecordStores stores, PipelineStages pipelines) {
		return stores.of(Pipeline.class, Pipeline::new, PIPELINE_EVENTS)
			.permission("pipeline")
			.grantedLike("product")
			.unique("name", PipelineDetails::name, Pipeline::name)
			.check((candidate) -> candidate.details().check())
			.entails(pipelines::changed)
			.fields((fields) -> fields.name("name", Pipeline::name).search("search_text_of(r.name)"))
			.build();
	}

	@Bean
	RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities(RecordStores stores,
			@Qualifier("pipelines") Referable pipelines, OpportunityChecks checks, BoardRanks ranks,
			@Qualifier("opportunityOrigins") CustomerOrigins origins, CustomerLookup customers) {
		return stores
			.of(Opportunity.class, (details, now) -> new Opportunity(ranks.last(), details, now),
					OpportunityEvent.EVENTS)
			.grantedLike("order")
			.lookedUp("customerId", OpportunityDetails::customerId, customers::begin)
			.references("pipelineId", OpportunityDetails::pipelineId, pipelines)
			.checkChunk(checks.stage())
			.checkChunk(checks.customer())
			.checkChunk(checks.products())
			.entails((change) -> changed(change, origins))
			.fields(OpportunityConfiguration::declare)
			.build();
	}

	@Bean
	CustomerOrigins opportunityOrigins(JdbcTemplate jdbc) {
		return new CustomerOrigins(jdbc, "opportunity");
	}

	private static void changed(RecordChange change, CustomerOrigins origins) {
		OpportunityView before = (OpportunityView) change.before();
		if (before != null
				&& !before.details().customerId().equals(((OpportunityView) change.after()).details().customerId())) {
			origins.forget(change.id());
		}
	}

	private static void declare(RecordFields<Opportunity> fields) {
		fields.name("name", Opportunity::name)
			.enumeration("status", OpportunityStatus.class)
			.reference("pipelineId")
			.unsortedText("stage", "stage")
			.text("rank", Opportunity::rank)
			.reference("customerId")
			.reference("contactId")
			.reference("campaignId")
			.reference("leadId")
			.optionalNumber("amount", Opportunity::amount)
			.unsortedText("currency", "currency")
			.date("expectedCloseOn", Opportunity::expectedCloseOn)
			.instant("stageEnteredAt", Opportunity::stageEnteredAt)
			.optionalInstant("closedAt", Opportunity::closedAt)
			.unsortedText("reason", "reason")
			.several("competitor",
					ValueConditions.ofTexts("r.competitors @> to_jsonb(cast(:value as text))", "r.competitors"))
			.several("productId", new ValueConditions("""
					r.products @> jsonb_build_array(jsonb_build_object('productId', lower(cast(:value as text))))""",
					null, null))
			.search("search_text_of(r.name)");
	}

	@Bean
	Shares opportunityShares(ShareStore shares) {
		return shares.of(Opportunity.class, "opportunity");
	}

}
