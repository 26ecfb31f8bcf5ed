package io.kehu.order.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of an opportunity: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch.
 *
 * @param contactId the contact at the customer, or null
 * @param campaignId the campaign that it came from, or null
 * @param stage the key of a stage of the pipeline
 * @param amount the expected amount, or null if it is unknown
 * @param probability how likely it is won, in percent, or null for that of its stage
 * @param competitors the names of competitors
 */
record OpportunityDetails(@NotBlank @Size(max = 200) String name, @NotNull UUID customerId, @Nullable UUID contactId,
		@Nullable UUID campaignId, @NotNull UUID pipelineId, @NotNull @Size(max = 60) String stage,
		@Nullable @Price Money amount, @Nullable @Min(0) @Max(100) Integer probability,
		@Nullable LocalDate expectedCloseOn, @Size(max = 200) List<@NotNull @Valid SoldProduct> products,
		@Size(max = 50) List<@NotBlank @Size(max = 200) String> competitors,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
		@JsonUnwrapped Ownership ownership) implements KeyedDetails<OpportunityDetails>, Owned<OpportunityDetails> {

	OpportunityDetails {
		name = Texts.strip(name);
		amount = (amount != null) ? amount.normalized() : null;
		products = (products != null) ? products : List.of();
		competitors = (competitors != null) ? competitors.stream().map(Texts::strip).toList() : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public OpportunityDetails with(List<ExternalId> all) {
		return new OpportunityDetails(this.name, this.customerId, this.contactId, this.campaignId, this.pipelineId,
				this.stage, this.amount, this.probability, this.expectedCloseOn, this.products, this.competitors, all,
				this.ownership);
	}

	@Override
	public OpportunityDetails ownedBy(Ownership other) {
		return new OpportunityDetails(this.name, this.customerId, this.contactId, this.campaignId, this.pipelineId,
				this.stage, this.amount, this.probability, this.expectedCloseOn, this.products, this.competitors,
				this.externalIds, other);
	}

	/** Returns a copy that belongs to another customer. */
	OpportunityDetails at(UUID customer) {
		return new OpportunityDetails(this.name, customer, this.contactId, this.campaignId, this.pipelineId, this.stage,
				this.amount, this.probability, this.expectedCloseOn, this.products, this.competitors, this.externalIds,
				this.ownership);
	}

}
