package io.kehu.platform.sealing;

import java.util.UUID;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The value of an attribute that is stored sealed, bound to its record.
 *
 * @param record the id of the record
 * @param text the text in clear
 */
@Immutable
public record SealedText(UUID record, String text) {

	/** Returns the value of an attribute, or null if there is no text. */
	public static @Nullable SealedText of(UUID record, @Nullable String text) {
		return (text != null) ? new SealedText(record, text) : null;
	}

	/**
	 * Returns the text of an attribute, or null.
	 * @param record the id of the record that has the attribute
	 * @throws SealException if the text was sealed for another record
	 */
	public static @Nullable String textOf(@Nullable SealedText sealed, UUID record) {
		if (sealed == null) {
			return null;
		}
		if (!sealed.record().equals(record)) {
			throw new SealException("A sealed value of %s was moved to %s".formatted(sealed.record(), record));
		}
		return sealed.text();
	}

	/** Does not show the text. */
	@Override
	public String toString() {
		return "SealedText[record=%s]".formatted(this.record);
	}

}
