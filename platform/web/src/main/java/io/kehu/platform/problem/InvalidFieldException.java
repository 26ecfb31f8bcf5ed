package io.kehu.platform.problem;

/**
 * Thrown by the constructor of a value if one of its fields is invalid, so that the error
 * points to that field.
 */
public final class InvalidFieldException extends IllegalArgumentException {

	private final String field;

	/**
	 * Creates the exception.
	 * @param field the JSON name of the field
	 * @param message a description of the error, for clients
	 */
	public InvalidFieldException(String field, String message) {
		super(message);
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
