package io.kehu.platform.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Base class of the converters of sealed attributes. A column of type {@code bytea} holds
 * the index of the value (20 bytes), the id of the record (16 bytes) and the sealed text,
 * which is bound to that record and to the field.
 */
@Immutable
public abstract class SealedTextConverter implements AttributeConverter<@Nullable SealedText, byte @Nullable []> {

	private static final int TEXT = BlindIndex.BYTES + 2 * Long.BYTES;

	private final Sealing sealing;

	private final String field;

	/**
	 * Creates the converter of an attribute.
	 * @param field the name of the field in JSON
	 */
	protected SealedTextConverter(Sealing sealing, String field) {
		this.sealing = sealing;
		this.field = field;
	}

	@Override
	public byte @Nullable [] convertToDatabaseColumn(@Nullable SealedText sealed) {
		return (sealed != null) ? column(this.sealing, this.field, sealed) : null;
	}

	@Override
	public @Nullable SealedText convertToEntityAttribute(byte @Nullable [] column) {
		return (column != null) ? value(this.sealing, this.field, column) : null;
	}

	static byte[] column(Sealing sealing, String field, SealedText value) {
		byte[] text = sealing.seal(value.text(), Sealing.context(value.record(), field));
		return ByteBuffer.allocate(TEXT + text.length)
			.put(sealing.index().of(field, value.text()))
			.putLong(value.record().getMostSignificantBits())
			.putLong(value.record().getLeastSignificantBits())
			.put(text)
			.array();
	}

	static SealedText value(Sealing sealing, String field, byte[] column) {
		if (column.length < TEXT) {
			throw new SealException("A sealed value is incomplete: " + field);
		}
		ByteBuffer buffer = ByteBuffer.wrap(column).position(BlindIndex.BYTES);
		UUID record = new UUID(buffer.getLong(), buffer.getLong());
		return new SealedText(record,
				sealing.open(Arrays.copyOfRange(column, TEXT, column.length), Sealing.context(record, field)));
	}

	/**
	 * Returns the condition that other keys than the present ones have sealed the value
	 * of a column or computed its index.
	 */
	static String outdated(Sealing sealing, String column) {
		return "(substring(%1$s from 1 for 4) <> decode('%2$08x', 'hex') or substring(%1$s from %3$d for 4) <> decode('%4$08x', 'hex'))"
			.formatted(column, sealing.index().keys().present(), TEXT + 1, sealing.presentNumber());
	}

}
