package io.kehu.order.quote;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.order.order.OrderLineDetails;
import io.kehu.order.order.Quoted;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a quote: the body of a create or a bulk line, and the
 * target of a merge patch. Once it is submitted or sent, only owner and team change.
 *
 * @param number its number in the system that it is loaded from, unique; by default the
 * next one
 * @param opportunityId the opportunity that it belongs to, or null
 * @param currency by default that of the first line
 * @param validUntil the last day on which it can be accepted, by default 30 days from
 * today
 * @param recipient the name and address of the customer, line by line
 * @param note a text below the lines
 * @param ownership the owner and team, on the same level as the other fields in JSON
 */
record QuoteDetails(@Nullable @Size(min = 1, max = 60) @Pattern(regexp = "\\S+( \\S+)*") String number,
		@NotNull UUID customerId, @Nullable UUID opportunityId, @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
		@Nullable LocalDate validUntil, @Size(max = 10) List<@NotBlank @Size(max = 200) String> recipient,
		@Nullable @Size(min = 1, max = 1000) String note,
		@NotEmpty @Size(max = 1000) List<@NotNull @Valid OrderLineDetails> lines,
		@JsonUnwrapped Ownership ownership) implements Owned<QuoteDetails> {

	QuoteDetails {
		recipient = (recipient != null) ? recipient : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public QuoteDetails ownedBy(Ownership other) {
		return new QuoteDetails(this.number, this.customerId, this.opportunityId, this.currency, this.validUntil,
				this.recipient, this.note, this.lines, other);
	}

	/** Returns a copy that belongs to another customer. */
	QuoteDetails at(UUID customer) {
		return new QuoteDetails(this.number, customer, this.opportunityId, this.currency, this.validUntil,
				this.recipient, this.note, this.lines, this.ownership);
	}

	/** Returns a copy with everything that was left out. */
	QuoteDetails completed(String givenNumber, LocalDate until, Quoted priced) {
		return new QuoteDetails(givenNumber, this.customerId, this.opportunityId, priced.currency(), until,
				this.recipient, this.note, priced.lines(), this.ownership);
	}

	Quoted quoted() {
		return new Quoted(this.customerId, this.currency, this.lines);
	}

	/** Returns whether owner and team are the only difference. */
	boolean sameQuoteAs(QuoteDetails other) {
		return ownedBy(Ownership.NONE).equals(other.ownedBy(Ownership.NONE));
	}

}
