package io.kehu.platform.problem;

/**
 * Refuses one field of a value in the constructor of the value, so that the error points
 * to that field.
 */
public final class InvalidFieldException extends IllegalArgumentException {

	private final String field;

	/**
	 * Creates the refusal.
	 * @param field the name of the field in JSON
	 * @param message what is wrong with it, for clients
	 */
	public InvalidFieldException(String field, String message) {
		super(message);
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
