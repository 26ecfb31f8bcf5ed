package io.kehu.migration.intake;

import java.nio.charset.Charset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the characters of a file are encoded, and how that is known.
 *
 * @param charset the character set
 * @param evidence how it is known, for a reader
 * @param mixed whether some bytes belong to Windows-1252 instead, as files do that were
 * put together from several
 * @param alternatives other character sets that read the file about as sensibly, and
 * otherwise; none when the detection is sure
 */
public record Encoding(Charset charset, String evidence, boolean mixed, List<Charset> alternatives) {

	public Encoding {
		alternatives = List.copyOf(alternatives);
	}

	@JsonCreator
	static Encoding of(@JsonProperty("charset") String charset, @JsonProperty("evidence") String evidence,
			@JsonProperty("mixed") boolean mixed, @JsonProperty("alternatives") List<String> alternatives) {
		return new Encoding(KnownCharsets.named(charset), evidence, mixed,
				alternatives.stream().map(KnownCharsets::named).toList());
	}

	/** Creates an encoding that is certain. */
	public static Encoding sure(Charset charset, String evidence) {
		return new Encoding(charset, evidence, false, List.of());
	}

}
