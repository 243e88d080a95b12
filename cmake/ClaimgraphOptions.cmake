set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Compile options shared by every target of the project: an interface target that each links privately.
add_library(claimgraph_options INTERFACE)
target_include_directories(claimgraph_options INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
target_compile_options(claimgraph_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                                                    $<$<BOOL:${CLAIMGRAPH_WERROR}>:-Werror>
                                                    # GCC 12 sees overlaps in std::string's operator+ that are none (bug 105329).
                                                    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                                    # Results must not depend on the machine: no fused multiply-add.
                                                    -ffp-contract=off)

set(CLAIMGRAPH_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")
if(CLAIMGRAPH_SANITIZE)
    add_compile_options(-fsanitize=${CLAIMGRAPH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${CLAIMGRAPH_SANITIZE})
endif()
if(CLAIMGRAPH_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
option(CLAIMGRAPH_COVERAGE "Instrument for coverage" OFF)
if(CLAIMGRAPH_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

# claimgraph_library(NAME): a static library of the folder's sources, which follow through target_sources.
function(claimgraph_library name)
    add_library(${name} STATIC)
    target_link_libraries(${name} PRIVATE claimgraph_options)
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
endfunction()

# claimgraph_uses_rapidjson(TARGET SOURCE...): of the sources of TARGET in this folder, those that use RapidJSON, whose empty
# stack adds to a null pointer. UndefinedBehaviorSanitizer passes over that place only.
function(claimgraph_uses_rapidjson target)
    if(CLAIMGRAPH_SANITIZE MATCHES undefined AND CMAKE_CXX_COMPILER_ID STREQUAL Clang)
        list(TRANSFORM ARGN PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE sources)
        set_property(
            SOURCE ${sources}
            TARGET_DIRECTORY ${target}
            APPEND
            PROPERTY COMPILE_OPTIONS "-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/sanitizer-ignore.txt")
    endif()
endfunction()
