package io.kehu.platform.sealing;

/**
 * Thrown when a sealed value cannot be opened, because it was changed, moved to another
 * record or field, or sealed with a key that is not configured.
 */
public class SealException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	SealException(String message) {
		super(message);
	}

}
