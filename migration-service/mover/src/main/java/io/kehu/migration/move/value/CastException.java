package io.kehu.migration.move.value;

import java.io.Serial;

/**
 * Says why a value cannot be loaded as it is.
 */
public final class CastException extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * Creates an exception.
	 * @param code the kind of reason, such as {@code out_of_range}
	 * @param reason the reason, in words for the steward
	 */
	public CastException(String code, String reason) {
		// Dirty data can have millions of these
		super(reason, null, false, false);
		this.code = code;
	}

	/** Returns the kind of reason. */
	public String code() {
		return this.code;
	}

	/** Returns the reason in words for the steward. */
	public String reason() {
		return String.valueOf(getMessage());
	}

	static CastException invalid(String what) {
		return new CastException("invalid_" + what.replace(' ', '_'), "This is not a " + what + ".");
	}

	static CastException range(String limits) {
		return new CastException("out_of_range", "The value is out of range: " + limits + ".");
	}

}
