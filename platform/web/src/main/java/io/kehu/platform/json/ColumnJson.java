package io.kehu.platform.json;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code jsonb} columns with the application's {@link JsonMapper}.
 */
final class ColumnJson implements FormatMapper {

	private final JsonMapper json;

	ColumnJson(JsonMapper json) {
		this.json = json;
	}

	@Override
	public <T> @Nullable T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
		return this.json.readValue(text.toString(), this.json.constructType(type.getJavaType()));
	}

	@Override
	public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
		return this.json.writerFor(this.json.constructType(type.getJavaType())).writeValueAsString(value);
	}

}
