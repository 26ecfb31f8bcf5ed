package io.kehu.migration.crm;

/**
 * A verification report with its signature.
 *
 * @param report the report
 * @param jws the report again, signed (RFC 7515, compact serialization, RS256); its
 * payload is the JSON of the report
 * @param publicKey the public key for the signature, in PEM
 */
record SignedCrmReport(CrmReport report, String jws, String publicKey) {
}
