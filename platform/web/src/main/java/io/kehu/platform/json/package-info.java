/**
 * How JSON is read and written: strictly at the door, alike everywhere.
 */
@NullMarked
package io.kehu.platform.json;

import org.jspecify.annotations.NullMarked;
