package io.kehu.migration.staging;

import java.io.IOException;

/**
 * Says why an upload does not go on.
 */
public final class UploadException extends IOException {

	private final Reason reason;

	private final long received;

	UploadException(Reason reason, long received, String message) {
		super(message);
		this.reason = reason;
		this.received = received;
	}

	public Reason reason() {
		return this.reason;
	}

	/** How many bytes have been received, from where the sender can go on. */
	public long received() {
		return this.received;
	}

	/**
	 * The reasons.
	 */
	public enum Reason {

		/** There is no such upload. */
		UNKNOWN,
		/** Another request is sending to it. */
		BUSY,
		/** The bytes do not begin where the received ones end. */
		WRONG_OFFSET,
		/** More bytes came than were announced. */
		TOO_LONG,
		/** More bytes are announced than are allowed. */
		TOO_LARGE,
		/** Bytes are missing. */
		INCOMPLETE,
		/** The bytes are not those that were announced. */
		WRONG_DIGEST

	}

}
