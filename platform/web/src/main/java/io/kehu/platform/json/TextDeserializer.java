package io.kehu.platform.json;

import io.kehu.platform.problem.UncleanTextException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Deserializes JSON strings, rejecting all other JSON types and, in requests, text that
 * contains control characters or lone surrogates.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {

	private final boolean clean;

	private TextDeserializer(boolean clean) {
		super(String.class);
		this.clean = clean;
	}

	/** Returns a deserializer for requests, which rejects text that is not clean. */
	static TextDeserializer ofRequests() {
		return new TextDeserializer(true);
	}

	/**
	 * Returns a deserializer for stored values, which accepts any text: what was stored
	 * under other rules must remain readable.
	 */
	static TextDeserializer ofStored() {
		return new TextDeserializer(false);
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
		}
		String text = parser.getString();
		if (this.clean && !isClean(text)) {
			throw new UncleanTextException(parser);
		}
		return text;
	}

	/**
	 * Returns whether the text contains neither control characters (other than tab, line
	 * feed and carriage return) nor lone surrogates.
	 */
	static boolean isClean(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if ((character < ' ' && character != '\t' && character != '\n' && character != '\r')
					|| (character >= 0x7f && character < 0xa0)) {
				return false;
			}
			if (Character.isHighSurrogate(character)) {
				i++;
				if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
					return false;
				}
			}
			else if (Character.isLowSurrogate(character)) {
				return false;
			}
		}
		return true;
	}

}
