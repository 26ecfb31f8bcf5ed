package io.kehu.customer.consent;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a customer or a contact on whether to be reached for a purpose by a
 * channel. The latest decision counts. Callers with access to the customer have access to
 * the consent.
 */
@Entity
@Guarded(table = "consent", read = "consent:read", write = "consent:write", delete = "consent:delete",
		parent = "customer", parentId = "customer_id")
class Consent extends DetailedRecord<ConsentDetails, ConsentView> implements Keyed {

	private UUID customerId;

	private @Nullable UUID contactId;

	private String purpose;

	@Enumerated(EnumType.STRING)
	private ConsentChannel channel;

	@Enumerated(EnumType.STRING)
	private ConsentDecision decision;

	private Instant decidedAt;

	private String proof;

	@ElementCollection
	@CollectionTable(name = "consent_external_id", joinColumns = @JoinColumn(name = "consent_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Consent() {
	}

	@Override
	protected void apply(ConsentDetails details) {
		this.customerId = details.customerId();
		this.contactId = details.contactId();
		this.purpose = details.purpose();
		this.channel = details.channel();
		this.decision = details.decision();
		this.decidedAt = details.decidedAt();
		this.proof = details.proof();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public ConsentDetails details() {
		return new ConsentDetails(this.customerId, this.contactId, this.purpose, this.channel, this.decision,
				this.decidedAt, this.proof, ExternalId.sorted(this.externalIds));
	}

	@Override
	public ConsentView view() {
		return new ConsentView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
