package io.kehu.order.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A PDF document of pages in A4, written from top to bottom. Lengths are in points, and
 * positions from the left edge. Text is set in Liberation Sans, which comes with PDFBox
 * and has the Latin, Greek, Cyrillic and Hebrew scripts; other characters become a
 * question mark.
 */
final class PdfDocument implements AutoCloseable {

	/** The left edge of the text. */
	static final float LEFT = 68;

	/** The right edge of the text. */
	static final float RIGHT = PDRectangle.A4.getWidth() - 51;

	private static final float TOP = PDRectangle.A4.getHeight() - 60;

	private static final float BOTTOM = 70;

	private static final float FOOTER = 40;

	private static final float FOOTER_SIZE = 8;

	private static final float LEADING = 1.4f;

	private static final float GREY = 0.4f;

	private static final float THOUSANDTHS = 1000;

	private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

	private final PDDocument document = new PDDocument();

	private final PDType0Font font;

	private final List<PDPage> pages = new ArrayList<>();

	private PDPageContentStream content;

	private float y = TOP;

	/**
	 * Begins a document.
	 * @param title the title in its properties
	 */
	PdfDocument(String title) throws IOException {
		try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
			this.font = PDType0Font.load(this.document, file, true);
		}
		this.document.getDocumentInformation().setTitle(title);
		this.document.getDocumentInformation().setProducer("Kehu");
		this.content = page();
	}

	private PDPageContentStream page() throws IOException {
		PDPage page = new PDPage(PDRectangle.A4);
		this.document.addPage(page);
		this.pages.add(page);
		this.y = TOP;
		return new PDPageContentStream(this.document, page);
	}

	/**
	 * Begins a new page unless there is room for something of this height.
	 * @return whether a new page has begun
	 */
	boolean require(float height) throws IOException {
		if (this.y - height >= BOTTOM) {
			return false;
		}
		this.content.close();
		this.content = page();
		return true;
	}

	/** Moves down. */
	void skip(float height) {
		this.y -= height;
	}

	/** Moves down to a distance from the top, unless the text is below it already. */
	void descend(float distance) {
		this.y = Math.min(this.y, TOP - distance);
	}

	/** Writes a text in grey at the current height. */
	void faint(String text, float x, float size) throws IOException {
		this.content.setNonStrokingColor(GREY);
		write(printable(text), x, size, false);
		this.content.setNonStrokingColor(0f);
	}

	/** Writes a text at the current height. */
	void left(String text, float x, float size, boolean bold) throws IOException {
		write(printable(text), x, size, bold);
	}

	/** Writes a text that ends at a position. */
	void right(String text, float x, float size, boolean bold) throws IOException {
		String printed = printable(text);
		write(printed, x - width(printed, size), size, bold);
	}

	private void write(String text, float x, float size, boolean bold) throws IOException {
		this.content.beginText();
		this.content.setFont(this.font, size);
		this.content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
		this.content.setLineWidth(size / 30);
		this.content.newLineAtOffset(x, this.y - size);
		this.content.showText(text);
		this.content.endText();
	}

	/** Draws a line across the page. */
	void rule(float x, float width) throws IOException {
		this.content.setLineWidth(width);
		this.content.moveTo(x, this.y);
		this.content.lineTo(RIGHT, this.y);
		this.content.stroke();
	}

	/** Returns the distance of lines of this size. */
	static float leading(float size) {
		return size * LEADING;
	}

	/** Breaks a text into lines that fit into a width. */
	List<String> wrap(String text, float width, float size) throws IOException {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : printable(text).split(" ", -1)) {
			for (String part : parts(word, width, size)) {
				String longer = line.isEmpty() ? part : line + " " + part;
				if (!line.isEmpty() && width(longer, size) > width) {
					lines.add(line.toString());
					line.setLength(0);
					line.append(part);
				}
				else {
					line.setLength(0);
					line.append(longer);
				}
			}
		}
		lines.add(line.toString());
		return lines;
	}

	/** Breaks a word that is wider than a line. */
	private List<String> parts(String word, float width, float size) throws IOException {
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int end = 1; end <= word.length(); end++) {
			if (end - start > 1 && width(word.substring(start, end), size) > width) {
				parts.add(word.substring(start, end - 1));
				start = end - 1;
			}
		}
		parts.add(word.substring(start));
		return parts;
	}

	private float width(String text, float size) throws IOException {
		return this.font.getStringWidth(text) / THOUSANDTHS * size;
	}

	private String printable(String text) {
		StringBuilder printable = new StringBuilder();
		text.codePoints().forEach((character) -> {
			int shown = Character.isWhitespace(character) ? ' ' : character;
			printable.appendCodePoint(hasGlyph(shown) ? shown : '?');
		});
		return printable.toString();
	}

	private boolean hasGlyph(int character) {
		try {
			return this.font.encode(Character.toString(character)).length > 0;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Ends the document with a footer and the number of each page.
	 * @return the bytes of the document
	 */
	byte[] toBytes(String footer) throws IOException {
		this.content.close();
		for (int i = 0; i < this.pages.size(); i++) {
			this.content = new PDPageContentStream(this.document, this.pages.get(i),
					PDPageContentStream.AppendMode.APPEND, true, true);
			this.y = FOOTER + FOOTER_SIZE;
			right("%s, page %d of %d".formatted(footer, i + 1, this.pages.size()), RIGHT, FOOTER_SIZE, false);
			this.content.close();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.document.save(bytes);
		return bytes.toByteArray();
	}

	@Override
	public void close() throws IOException {
		this.document.close();
	}

}
