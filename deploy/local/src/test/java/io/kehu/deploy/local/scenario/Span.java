package io.kehu.deploy.local.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A span as an OTLP collector receives it, without what the tests do not need.
 *
 * @param traceId the trace
 * @param id its id
 * @param parentId the span within which it happened, empty for the first one
 * @param service the name of the process
 * @param name its name
 * @param kind 2 for a server, 3 for a client, 5 for a consumer
 */
record Span(String traceId, String id, String parentId, String service, String name, long kind) {

	static final int SERVER = 2;

	static final int CONSUMER = 5;

	/** Reads the spans of an ExportTraceServiceRequest. */
	static List<Span> read(byte[] request) {
		List<Span> spans = new ArrayList<>();
		for (Field resourceSpans : Field.read(ByteBuffer.wrap(request))) {
			List<Field> parts = Field.read(resourceSpans.bytes());
			String service = parts.stream()
				.filter((part) -> part.number() == 1)
				.map((part) -> service(part.bytes()))
				.findFirst()
				.orElse("");
			parts.stream()
				.filter((part) -> part.number() == 2)
				.flatMap((scope) -> Field.read(scope.bytes()).stream())
				.filter((field) -> field.number() == 2)
				.forEach((field) -> spans.add(span(service, Field.read(field.bytes()))));
		}
		return spans;
	}

	private static String service(ByteBuffer resource) {
		for (Field attribute : Field.read(resource)) {
			List<Field> pair = (attribute.number() == 1) ? Field.read(attribute.bytes()) : List.of();
			if (pair.size() == 2 && text(pair, 1).equals("service.name")) {
				return text(Field.read(pair.get(1).bytes()), 1);
			}
		}
		return "";
	}

	private static Span span(String service, List<Field> fields) {
		return new Span(hex(fields, 1), hex(fields, 2), hex(fields, 4), service, text(fields, 5),
				fields.stream().filter((field) -> field.number() == 6).mapToLong(Field::value).findFirst().orElse(0));
	}

	private static String hex(List<Field> fields, int number) {
		return HexFormat.of().formatHex(bytes(fields, number));
	}

	private static String text(List<Field> fields, int number) {
		return new String(bytes(fields, number), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(List<Field> fields, int number) {
		return fields.stream().filter((field) -> field.number() == number).findFirst().map((field) -> {
			ByteBuffer buffer = field.bytes();
			byte[] bytes = new byte[buffer.remaining()];
			buffer.get(bytes);
			return bytes;
		}).orElse(new byte[0]);
	}

	/**
	 * A field of a message in the format of Protocol Buffers.
	 *
	 * @param number its number
	 * @param value its value, unless it has a length
	 * @param content its content, if it has a length
	 */
	private record Field(int number, long value, @Nullable ByteBuffer content) {

		ByteBuffer bytes() {
			return (this.content != null) ? this.content.duplicate() : ByteBuffer.allocate(0);
		}

		static List<Field> read(ByteBuffer message) {
			List<Field> fields = new ArrayList<>();
			while (message.hasRemaining()) {
				long key = varint(message);
				int number = (int) (key >>> 3);
				switch ((int) (key & 7)) {
					case 0 -> fields.add(new Field(number, varint(message), null));
					case 1 -> message.position(message.position() + Long.BYTES);
					case 2 -> {
						int length = (int) varint(message);
						fields.add(new Field(number, 0, message.slice(message.position(), length)));
						message.position(message.position() + length);
					}
					case 5 -> message.position(message.position() + Integer.BYTES);
					default -> throw new IllegalArgumentException("Unknown type of field " + number);
				}
			}
			return fields;
		}

		private static long varint(ByteBuffer message) {
			long value = 0;
			int shift = 0;
			byte next;
			do {
				next = message.get();
				value |= (long) (next & 0x7f) << shift;
				shift += 7;
			}
			while (next < 0);
			return value;
		}

	}

}
