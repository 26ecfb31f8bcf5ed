package io.kehu.migration.tables;

/**
 * A report with its signature.
 *
 * @param report the report
 * @param jws the report again, signed (RFC 7515, compact serialization, RS256); its
 * payload is the JSON of the report
 * @param publicKey the public key for the signature, in PEM
 */
record SignedReport(MoveReport report, String jws, String publicKey) {
}
