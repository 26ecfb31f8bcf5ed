package io.kehu.platform.json;

import java.time.DateTimeException;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Deserializes a value from a JSON string in one notation. Jackson's own deserializers
 * also accept arrays, numbers, empty strings or the notations of other types, and turn
 * them into values that the client did not mean.
 */
final class StrictScalar<T> extends StdScalarDeserializer<T> {

	private final Class<T> type;

	private final transient Function<String, T> parse;

	/**
	 * Creates a deserializer.
	 * @param parse parses a text, and throws an {@link IllegalArgumentException} or a
	 * {@link DateTimeException} if it is not valid
	 */
	StrictScalar(Class<T> type, Function<String, T> parse) {
		super(type);
		this.type = type;
		this.parse = parse;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			return this.type.cast(context.handleUnexpectedToken(context.constructType(this.type), parser));
		}
		String text = parser.getString();
		try {
			return this.parse.apply(text);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return this.type.cast(context.handleWeirdStringValue(this.type, text, "not valid"));
		}
	}

}
