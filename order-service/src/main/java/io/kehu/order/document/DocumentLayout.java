package io.kehu.order.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.kehu.platform.money.Money;

/**
 * The layout of documents with lines: the issuer, the recipient, a title with some facts,
 * a table, its sums, and a note.
 */
final class DocumentLayout {

	private static final float SIZE = 9;

	private static final float TITLE = 18;

	private static final float FACTS = PdfDocument.LEFT + 80;

	private static final float DESCRIPTION = PdfDocument.LEFT + 26;

	private static final float DESCRIPTION_WIDTH = 165;

	private static final float QUANTITY = DESCRIPTION + 210;

	private static final float PRICE = QUANTITY + 72;

	private static final float DISCOUNT = PRICE + 44;

	private static final float TAX = DISCOUNT + 40;

	private static final float SUMS = PdfDocument.RIGHT - 190;

	private static final float GAP = 4;

	/** Where the address is seen in the window of an envelope. */
	private static final float RECIPIENT = 110;

	private static final float ABOVE_TITLE = 200;

	private final PdfDocument page;

	private final PrintedDocument document;

	private final Issuer issuer;

	DocumentLayout(PdfDocument page, PrintedDocument document, Issuer issuer) {
		this.page = page;
		this.document = document;
		this.issuer = issuer;
	}

	/** Returns the bytes of the document. */
	byte[] print() throws IOException {
		issuer();
		this.page.descend(RECIPIENT);
		for (String line : this.document.recipient()) {
			text(line);
		}
		this.page.descend(ABOVE_TITLE);
		this.page.left(this.document.title(), PdfDocument.LEFT, TITLE, true);
		this.page.skip(PdfDocument.leading(TITLE) + GAP);
		for (Map.Entry<String, String> fact : this.document.facts().entrySet()) {
			this.page.faint(fact.getKey(), PdfDocument.LEFT, SIZE);
			this.page.left(fact.getValue(), FACTS, SIZE, false);
			this.page.skip(PdfDocument.leading(SIZE));
		}
		this.page.skip(20);
		head();
		for (PrintedLine line : this.document.lines()) {
			line(line);
		}
		sums();
		String note = this.document.note();
		if (note != null) {
			this.page.skip(24);
			text(note);
		}
		return this.page.toBytes(this.document.title());
	}

	private void issuer() throws IOException {
		if (!this.issuer.name().isEmpty()) {
			this.page.right(this.issuer.name(), PdfDocument.RIGHT, SIZE + 2, true);
			this.page.skip(PdfDocument.leading(SIZE + 2));
		}
		for (String line : this.issuer.lines()) {
			this.page.right(line, PdfDocument.RIGHT, SIZE, false);
			this.page.skip(PdfDocument.leading(SIZE));
		}
	}

	private void text(String text) throws IOException {
		for (String line : this.page.wrap(text, PdfDocument.RIGHT - PdfDocument.LEFT, SIZE)) {
			this.page.require(PdfDocument.leading(SIZE));
			this.page.left(line, PdfDocument.LEFT, SIZE, false);
			this.page.skip(PdfDocument.leading(SIZE));
		}
	}

	private void head() throws IOException {
		this.page.left("No.", PdfDocument.LEFT, SIZE, true);
		this.page.left("Description", DESCRIPTION, SIZE, true);
		numbers("Quantity", "Unit price", "Discount", "Tax", "Amount " + this.document.currency(), true);
		this.page.skip(PdfDocument.leading(SIZE) + GAP);
		this.page.rule(PdfDocument.LEFT, 1);
		this.page.skip(GAP);
	}

	private void numbers(String quantity, String price, String discount, String tax, String amount, boolean bold)
			throws IOException {
		this.page.right(quantity, QUANTITY, SIZE, bold);
		this.page.right(price, PRICE, SIZE, bold);
		this.page.right(discount, DISCOUNT, SIZE, bold);
		this.page.right(tax, TAX, SIZE, bold);
		this.page.right(amount, PdfDocument.RIGHT, SIZE, bold);
	}

	private void line(PrintedLine line) throws IOException {
		List<String> description = this.page.wrap(line.description(), DESCRIPTION_WIDTH, SIZE);
		if (this.page.require((description.size() + 1) * PdfDocument.leading(SIZE) + 2 * GAP)) {
			head();
		}
		this.page.left(Integer.toString(line.lineNo()), PdfDocument.LEFT, SIZE, false);
		numbers(line.quantity().toPlainString(), line.unitPrice().amount(), percent(line.discount()),
				percent(line.tax()), line.total().amount(), false);
		for (String one : description) {
			this.page.left(one, DESCRIPTION, SIZE, false);
			this.page.skip(PdfDocument.leading(SIZE));
		}
		this.page.faint(line.sku(), DESCRIPTION, SIZE - 1);
		this.page.skip(PdfDocument.leading(SIZE) + GAP);
		this.page.rule(PdfDocument.LEFT, 0.3f);
		this.page.skip(GAP);
	}

	private void sums() throws IOException {
		Map<BigDecimal, Money> taxes = this.document.taxes();
		this.page.require((3 + taxes.size()) * PdfDocument.leading(SIZE) + 6 * GAP);
		this.page.skip(2 * GAP);
		sum("Subtotal", this.document.subtotal(), false);
		for (Map.Entry<BigDecimal, Money> tax : taxes.entrySet()) {
			sum("Tax " + percent(tax.getKey()), tax.getValue(), false);
		}
		this.page.skip(GAP);
		this.page.rule(SUMS, 1);
		this.page.skip(GAP);
		sum("Total", this.document.total(), true);
	}

	private void sum(String name, Money amount, boolean bold) throws IOException {
		this.page.left(name, SUMS, SIZE, bold);
		this.page.right(amount.amount() + " " + amount.currency(), PdfDocument.RIGHT, SIZE, bold);
		this.page.skip(PdfDocument.leading(SIZE));
	}

	private static String percent(BigDecimal rate) {
		return (rate.signum() == 0) ? "" : rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
	}

}
