package io.kehu.migration.intake;

import java.io.IOException;

/**
 * Says why a file as a whole cannot be read, or is not safe to read.
 */
public final class IntakeException extends IOException {

	private final IntakeRefusal refusal;

	public IntakeException(IntakeRefusal refusal, String message) {
		super(message);
		this.refusal = refusal;
	}

	public IntakeException(IntakeRefusal refusal, String message, Throwable cause) {
		super(message, cause);
		this.refusal = refusal;
	}

	public IntakeRefusal refusal() {
		return this.refusal;
	}

}
