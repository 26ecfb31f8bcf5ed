/**
 * Completes the OpenAPI description where signatures do not tell.
 */
@NullMarked
package io.kehu.migration.docs;

import org.jspecify.annotations.NullMarked;
