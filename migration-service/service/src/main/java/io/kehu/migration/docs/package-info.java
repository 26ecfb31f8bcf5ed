/**
 * Completes the OpenAPI description where it cannot be found out from signatures.
 */
@NullMarked
package io.kehu.migration.docs;

import org.jspecify.annotations.NullMarked;
