package io.kehu.migration.intake;

import java.nio.charset.Charset;

/**
 * How the characters of a file are encoded, and how that is known.
 *
 * @param charset the character set
 * @param evidence how it is known, for a reader
 * @param mixed whether some bytes belong to Windows-1252 instead, as files do that were
 * put together from several
 */
public record Encoding(Charset charset, String evidence, boolean mixed) {
}
