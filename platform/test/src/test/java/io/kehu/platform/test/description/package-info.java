@NullMarked
package io.kehu.platform.test.description;

import org.jspecify.annotations.NullMarked;
