/**
 * JSON serialization and strict deserialization of request bodies.
 */
@NullMarked
package io.kehu.platform.json;

import org.jspecify.annotations.NullMarked;
