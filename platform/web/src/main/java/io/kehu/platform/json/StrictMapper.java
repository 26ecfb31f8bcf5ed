package io.kehu.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Creates the mapper for request bodies, which converts no value to another type.
 */
final class StrictMapper {

	private StrictMapper() {
	}

	/** Returns a strict variant of the application's mapper. */
	static JsonMapper of(JsonMapper json, TextDeserializer texts) {
		return json.rebuild()
			.addModule(scalars(texts))
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
					DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.OtherScalar,
					(scalar) -> scalar.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build();
	}

	private static SimpleModule scalars(TextDeserializer texts) {
		return new SimpleModule("strict-scalars").addDeserializer(String.class, texts)
			.addDeserializer(UUID.class, new StrictScalar<>(UUID.class, Ids::parse))
			.addDeserializer(LocalDate.class, new StrictScalar<>(LocalDate.class, Moments.dated(LocalDate::parse)))
			.addDeserializer(LocalTime.class, new StrictScalar<>(LocalTime.class, LocalTime::parse))
			.addDeserializer(LocalDateTime.class,
					new StrictScalar<>(LocalDateTime.class, Moments.dated(LocalDateTime::parse)))
			.addDeserializer(OffsetDateTime.class,
					new StrictScalar<>(OffsetDateTime.class, Moments.dated(OffsetDateTime::parse)))
			.addDeserializer(YearMonth.class, new StrictScalar<>(YearMonth.class, Moments.dated(YearMonth::parse)))
			.addDeserializer(Instant.class, new StrictScalar<>(Instant.class, Moments::instant));
	}

}
