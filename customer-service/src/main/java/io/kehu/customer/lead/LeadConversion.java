package io.kehu.customer.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lead.
 *
 * @param customerId the customer
 * @param newCustomer whether the conversion created the customer
 * @param contactId the contact, or null
 * @param newContact whether the conversion created the contact
 * @param opportunity the opportunity that order-service opens, or null
 * @param undoneAt when the conversion was undone, or null
 * @param kept what the conversion created and its undoing did not delete
 */
record LeadConversion(UUID customerId, boolean newCustomer, @Nullable UUID contactId, boolean newContact,
		@Nullable Opportunity opportunity, Instant convertedAt, @Nullable Instant undoneAt, List<Kept> kept) {

	LeadConversion {
		kept = (kept != null) ? kept : List.of();
	}

	/** Returns a copy that was undone. */
	LeadConversion undone(List<Kept> remaining, Instant now) {
		return new LeadConversion(this.customerId, this.newCustomer, this.contactId, this.newContact, this.opportunity,
				this.convertedAt, now, remaining);
	}

	/** Returns a copy that refers to another customer. */
	LeadConversion at(UUID customer) {
		return new LeadConversion(customer, this.newCustomer, this.contactId, this.newContact, this.opportunity,
				this.convertedAt, this.undoneAt, this.kept);
	}

	/**
	 * The opportunity that a lead has become.
	 *
	 * @param id the id under which order-service opens it
	 * @param amount what it may be worth, or null
	 * @param expectedCloseOn the day on which the deal is expected to close, or null
	 */
	record Opportunity(UUID id, String name, @Nullable Money amount, @Nullable LocalDate expectedCloseOn) {
	}

	/**
	 * A record that was kept when a conversion was undone.
	 */
	record Kept(Kind kind, UUID id, Reason reason) {
	}

	/**
	 * The kinds of record that a conversion creates in this service.
	 */
	enum Kind {

		CUSTOMER, CONTACT;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Why a record was kept.
	 */
	enum Reason {

		/** It was changed after the conversion. */
		CHANGED,

		/** Other records belong to it. */
		IN_USE,

		/** It was merged into another. */
		MERGED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
