package io.kehu.order.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of an invoice or a credit note: the body of a create or a
 * bulk line, and the target of a merge patch. Once it is issued, only the due date, owner
 * and team change.
 *
 * @param orderId the order that an invoice is for; that of a credit note is the order of
 * its invoice
 * @param creditedInvoiceId the invoice that a credit note is for
 * @param creditedLines what a credit note gives back, by default everything
 * @param series the series of its number, by default {@code INV} or {@code CN}
 * @param number its number in the system that it is loaded from, unique; by default the
 * next one of the series
 * @param issuedOn by default today
 * @param dueOn by default 14 days later
 * @param billTo the name and address of the customer, line by line
 * @param note a text below the lines
 * @param ownership the owner and team, on the same level as the other fields in JSON
 */
record InvoiceDetails(@Nullable UUID orderId, @Nullable UUID creditedInvoiceId,
		@Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid CreditedLine> creditedLines,
		@Nullable @Pattern(regexp = "[A-Z]{1,10}") String series,
		@Nullable @Size(min = 1, max = 60) @Pattern(regexp = "\\S+( \\S+)*") String number,
		@Nullable LocalDate issuedOn, @Nullable LocalDate dueOn,
		@Size(max = 10) List<@NotBlank @Size(max = 200) String> billTo,
		@Nullable @Size(min = 1, max = 1000) String note,
		@JsonUnwrapped Ownership ownership) implements Owned<InvoiceDetails> {

	InvoiceDetails {
		billTo = (billTo != null) ? billTo : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public InvoiceDetails ownedBy(Ownership other) {
		return new InvoiceDetails(this.orderId, this.creditedInvoiceId, this.creditedLines, this.series, this.number,
				this.issuedOn, this.dueOn, this.billTo, this.note, other);
	}

	/** Returns a copy with what is decided when it is issued. */
	InvoiceDetails issued(UUID order, String newSeries, String newNumber, LocalDate on, LocalDate due) {
		return new InvoiceDetails(order, this.creditedInvoiceId, this.creditedLines, newSeries, newNumber, on, due,
				this.billTo, this.note, this.ownership);
	}

	/**
	 * Checks that the invoice takes the next number of its series, so that the numbers
	 * have no gaps.
	 * @throws ProblemException 400 if it has a number of another system
	 */
	void checkNotLoaded() {
		if (this.number != null) {
			throw ProblemException.invalid("/number", "not_supported", "can only be given in a bulk load");
		}
	}

	/**
	 * Checks what an invoice refers to, or that what was issued stays as it is.
	 * @param before the details before a change, or null for a new invoice
	 * @throws ProblemException 400 if it refers to nothing, or changes
	 */
	void check(@Nullable InvoiceDetails before) {
		if (before == null) {
			if (this.orderId == null && this.creditedInvoiceId == null) {
				throw ProblemException.invalid("/orderId", "required", "is required unless creditedInvoiceId is given");
			}
			return;
		}
		fixed("orderId", this.orderId, before.orderId);
		fixed("creditedInvoiceId", this.creditedInvoiceId, before.creditedInvoiceId);
		fixed("creditedLines", this.creditedLines, before.creditedLines);
		fixed("series", this.series, before.series);
		fixed("number", this.number, before.number);
		fixed("issuedOn", this.issuedOn, before.issuedOn);
		fixed("billTo", this.billTo, before.billTo);
		fixed("note", this.note, before.note);
		if (this.dueOn == null) {
			throw ProblemException.invalid("/dueOn", "required", "is required");
		}
	}

	private static void fixed(String field, @Nullable Object value, @Nullable Object before) {
		if (!Objects.equals(value, before)) {
			throw ProblemException.invalid("/" + field, "immutable", "cannot be changed once the invoice is issued");
		}
	}

}
