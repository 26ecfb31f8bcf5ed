package io.kehu.order.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the lines of an invoice after its credit notes. The note that gives
 * back the last of a line has its remaining amounts, so that the notes add up to the
 * invoice.
 */
final class CreditableLines {

	private final Map<Integer, InvoiceLine> left = new LinkedHashMap<>();

	CreditableLines(Invoice invoice, List<Invoice> notes) {
		invoice.lines().forEach((line) -> this.left.put(line.lineNo(), line));
		notes.forEach((note) -> note.lines().forEach(this::subtract));
	}

	private void subtract(InvoiceLine credited) {
		this.left.computeIfPresent(credited.lineNo(), (no, line) -> line.without(credited));
	}

	/**
	 * Returns the lines of a credit note.
	 * @param wanted the quantities to give back, or null for all that is left
	 * @throws ProblemException 400 if less is left of a line
	 */
	List<InvoiceLine> take(@Nullable List<CreditedLine> wanted) {
		if (wanted == null) {
			return this.left.values().stream().filter((line) -> line.quantity().signum() > 0).toList();
		}
		List<InvoiceLine> lines = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++) {
			lines.add(take(wanted.get(i), "/creditedLines/" + i));
		}
		return lines;
	}

	private InvoiceLine take(CreditedLine wanted, String pointer) {
		InvoiceLine line = this.left.get(wanted.lineNo());
		if (line == null) {
			throw ProblemException.invalid(pointer + "/lineNo", "unknown_reference", "the invoice has no such line");
		}
		if (wanted.quantity().compareTo(line.quantity()) > 0) {
			throw ProblemException.invalid(pointer + "/quantity", "out_of_range",
					"must be at most " + Decimals.plain(line.quantity()).toPlainString());
		}
		InvoiceLine taken = (wanted.quantity().compareTo(line.quantity()) == 0) ? line : line.of(wanted.quantity());
		subtract(taken);
		return taken;
	}

}
