/**
 * Checks every answer that a test receives against the OpenAPI file of the service.
 */
@NullMarked
package io.kehu.platform.test.description;

import org.jspecify.annotations.NullMarked;
