package io.kehu.platform.personal;

import java.util.regex.Pattern;

/**
 * What is shown instead of personal data. A mask is recognised as such, keeps enough of
 * the value for people to tell two values apart, and is valid wherever the value is.
 */
public enum Mask {

	/** The first character of an e-mail address, at a domain that cannot exist. */
	EMAIL("[^\\s*]?\\*{3}@masked\\.invalid") {

		@Override
		public String of(String value) {
			String first = value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
			return (first.matches("[\\p{L}\\p{N}]") ? first : "") + STARS + "@masked.invalid";
		}

	},

	/** The last two characters of a number that has at least six. */
	NUMBER(Mask.NUMBER_SHAPE) {

		@Override
		public String of(String value) {
			String end = (value.length() < SHORT) ? "" : value.substring(value.length() - SHOWN);
			return STARS + (end.matches("[\\p{Alnum}]*") ? end : "");
		}

	};

	/** The syntax of the mask of a number, for patterns that also accept the mask. */
	public static final String NUMBER_SHAPE = "\\*{3}[A-Za-z0-9]{0,2}";

	private static final String STARS = "***";

	private static final int SHORT = 6;

	private static final int SHOWN = 2;

	private final Pattern shape;

	Mask(String shape) {
		this.shape = Pattern.compile(shape);
	}

	/** Returns the mask of a value. */
	public abstract String of(String value);

	/** Returns whether a text is a mask of this kind. */
	public boolean matches(String text) {
		return this.shape.matcher(text).matches();
	}

}
