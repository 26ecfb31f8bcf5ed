package io.kehu.migration.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML in which every text and attribute is escaped and every element is closed.
 */
public final class Markup {

	private static final int FIRST_PICTURE = 0x2400;

	private final StringBuilder html = new StringBuilder();

	private final Deque<String> open = new ArrayDeque<>();

	/**
	 * Open an element.
	 * @param tag its name
	 * @param attributes names and values in turn
	 * @return this
	 */
	public Markup open(String tag, String... attributes) {
		tag(tag, attributes).append('>');
		this.open.push(tag);
		return this;
	}

	/** Close the element opened last. */
	public Markup close() {
		this.html.append("</").append(this.open.pop()).append(">\n");
		return this;
	}

	/** Write an element that holds a text only. */
	public Markup element(String tag, String text, String... attributes) {
		tag(tag, attributes).append('>');
		return text(text).raw("</" + tag + ">");
	}

	/** Write an element that holds nothing. */
	public Markup empty(String tag, String... attributes) {
		tag(tag, attributes).append("/>");
		return this;
	}

	private StringBuilder tag(String tag, String... attributes) {
		this.html.append('<').append(tag);
		for (int i = 0; i < attributes.length; i += 2) {
			this.html.append(' ').append(attributes[i]).append("=\"");
			text(attributes[i + 1]);
			this.html.append('"');
		}
		return this.html;
	}

	/** Write a text; what cannot be seen is shown by a picture of it. */
	public Markup text(String text) {
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			switch (symbol) {
				case '&' -> this.html.append("&amp;");
				case '<' -> this.html.append("&lt;");
				case '>' -> this.html.append("&gt;");
				case '"' -> this.html.append("&quot;");
				case '\'' -> this.html.append("&#39;");
				default -> this.html.append(visible(symbol));
			}
		}
		return this;
	}

	private static char visible(char symbol) {
		if (symbol < ' ') {
			return (char) (FIRST_PICTURE + symbol);
		}
		boolean hidden = Character.getType(symbol) == Character.FORMAT || symbol == 0x7F;
		return hidden ? '\u2426' : symbol;
	}

	/** Write a value; blanks around it are shown. */
	public Markup value(String text) {
		int start = 0;
		while (start < text.length() && text.charAt(start) == ' ') {
			start++;
		}
		int end = text.length();
		while (end > start && text.charAt(end - 1) == ' ') {
			end--;
		}
		return text("␣".repeat(start) + text.substring(start, end) + "␣".repeat(text.length() - end));
	}

	/** Write what is HTML already. */
	public Markup raw(String written) {
		this.html.append(written);
		return this;
	}

	@Override
	public String toString() {
		if (!this.open.isEmpty()) {
			throw new IllegalStateException("Open: %s".formatted(this.open));
		}
		return this.html.toString();
	}

}
