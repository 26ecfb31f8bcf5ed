package io.kehu.order.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.order.amount.LineAmounts;
import io.kehu.platform.money.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentPrinterTests {

	private static final DocumentPrinter PRINTER = new DocumentPrinter(
			new Issuer("Tea House Ltd", List.of("2 Harbour Road, Bristol", "VAT GB 123 4567 89")));

	private static PrintedDocument invoice(int lines, String currency, String price) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("Date", "2026-01-02");
		facts.put("Due", "2026-01-16");
		facts.put("Order", "O-2026-000001");
		return new PrintedDocument("Invoice INV-000042", List.of("Müller & Söhne", "Łódź, улица 1", "東京"), facts,
				IntStream.rangeClosed(1, lines).mapToObj((no) -> line(no, currency, price)).toList(),
				"Thank you for your order.");
	}

	private static PrintedLine line(int no, String currency, String price) {
		BigDecimal discount = (no % 3 == 0) ? new BigDecimal("0.1") : BigDecimal.ZERO;
		BigDecimal tax = (no % 4 == 0) ? new BigDecimal("0.07") : new BigDecimal("0.19");
		LineAmounts amounts = LineAmounts.of(BigDecimal.valueOf(no), new BigDecimal(price), discount, tax, currency);
		String description = (no % 5 == 0) ? "A sampler of five teas from five gardens, each in a tin <%d>"
				: "Green tea, first flush <%d>";
		return new PrintedLine(no, "TEA-" + no, description.formatted(no), BigDecimal.valueOf(no),
				new Money(price, currency), discount, tax, Money.of(amounts.taxAmount(), currency),
				Money.of(amounts.total(), currency));
	}

	private static String text(PrintedDocument document, String file) throws IOException {
		byte[] pdf = PRINTER.print(document);
		Path target = Path.of("target", file);
		Files.createDirectories(target.getParent());
		Files.write(target, pdf);
		try (PDDocument read = Loader.loadPDF(pdf)) {
			assertThat(read.getDocumentInformation().getTitle()).isEqualTo(document.title());
			String text = new PDFTextStripper().getText(read);
			assertThat(text).contains("page %d of %<d".formatted(read.getNumberOfPages()));
			return text;
		}
	}

	@Test
	void containsWhatTheDocumentSays() throws IOException {
		PrintedDocument invoice = invoice(40, "EUR", "9.90");
		assertThat(text(invoice, "invoice.pdf")).contains("Tea House Ltd", "VAT GB 123 4567 89", "Invoice INV-000042",
				"Müller & Söhne", "Łódź, улица 1", "??", "2026-01-16", "Green tea, first flush <32>", "TEA-40", "10 %",
				"Tax 7 %", "Tax 19 %", invoice.total().amount() + " EUR", "Thank you", "page 3 of");
	}

	@Test
	void hasTheDecimalsOfTheCurrency() throws IOException {
		assertThat(text(invoice(2, "JPY", "990"), "yen.pdf")).contains("2970 JPY", "3534 JPY");
		assertThat(text(invoice(1, "KWD", "9.900"), "dinar.pdf")).contains("9.900 KWD", "11.781 KWD");
	}

}
