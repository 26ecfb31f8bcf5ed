package io.kehu.order.invoice;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to issue a credit note for an invoice.
 *
 * @param lines the quantities that are given back, by default all that is left
 * @param note why
 */
record CreditRequest(@Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid CreditedLine> lines,
		@Nullable @Size(min = 1, max = 1000) String note) {

	InvoiceDetails toDetails(UUID invoice, List<String> billTo) {
		return new InvoiceDetails(null, invoice, this.lines, null, null, null, null, billTo, this.note, Ownership.NONE);
	}

}
