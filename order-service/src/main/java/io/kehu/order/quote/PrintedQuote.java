package io.kehu.order.quote;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.order.document.PrintedDocument;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a printed quote says.
 */
final class PrintedQuote {

	private PrintedQuote() {
	}

	/**
	 * Returns the printed form of a quote.
	 * @param revision one of its versions, or null for the present one
	 * @throws ProblemException 404 if there is no such version
	 */
	static PrintedDocument of(QuoteView quote, @Nullable Integer revision) {
		if (revision == null || revision == quote.revision()) {
			LocalDate sent = (quote.sentAt() != null) ? LocalDate.ofInstant(quote.sentAt(), ZoneOffset.UTC) : null;
			return of(quote, quote.revision(), sent, quote.validUntil(), quote.lines(), quote.note());
		}
		return quote.revisions()
			.stream()
			.filter((one) -> one.revision() == revision)
			.findFirst()
			.map((one) -> of(quote, revision, LocalDate.ofInstant(one.sentAt(), ZoneOffset.UTC), one.validUntil(),
					one.lines(), one.note()))
			.orElseThrow(() -> ProblemException.notFound("revision", revision.toString()));
	}

	private static PrintedDocument of(QuoteView quote, int revision, @Nullable LocalDate sent, LocalDate validUntil,
			List<QuoteLineView> lines, @Nullable String note) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("Version", Integer.toString(revision));
		facts.put("Date", (sent != null) ? sent.toString() : "draft");
		facts.put("Valid until", validUntil.toString());
		return new PrintedDocument("Quote " + quote.number(), quote.recipient(), facts,
				lines.stream().map(QuoteLineView::printed).toList(), note);
	}

}
