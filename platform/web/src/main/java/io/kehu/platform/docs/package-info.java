/**
 * OpenAPI description of a service.
 */
@NullMarked
package io.kehu.platform.docs;

import org.jspecify.annotations.NullMarked;
