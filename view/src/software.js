// Drawing where there is no graphics processor.
import {createEdgeCompoundProgram, EdgeArrowHeadProgram, EdgeClampedProgram, NodeCircleProgram} from 'sigma/rendering';

/** Whether WebGL is computed by the main processor, as far as the browser tells. */
export function drawsInSoftware() {
    const gl = document.createElement('canvas').getContext('webgl');
    if (!gl) return false;
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const software = /swiftshader|llvmpipe|softpipe|software|basic render/i.test(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return software;
}

/** The same program with all its triangles in one drawing: software renderers make each instance a drawing of its own, which costs more than its triangles. */
export const unrolled = (Program) => class extends Program {
    getDefinition() {
        const {CONSTANT_ATTRIBUTES, CONSTANT_DATA, ...definition} = super.getDefinition();
        this.constants = CONSTANT_DATA;
        return {...definition, ATTRIBUTES: [...definition.ATTRIBUTES, ...CONSTANT_ATTRIBUTES]};
    }

    processVisibleItem(id, start, ...data) {
        super.processVisibleItem(id, start, ...data);
        const own = this.ATTRIBUTES_ITEMS_COUNT - this.constants[0].length;
        this.constants.forEach((values, vertex) => {
            const at = start + vertex * this.ATTRIBUTES_ITEMS_COUNT;
            this.array.copyWithin(at, start, start + own);
            this.array.set(values, at + own);
        });
    }
};

export const UnrolledNodeProgram = unrolled(NodeCircleProgram);
export const UnrolledArrowProgram = createEdgeCompoundProgram([unrolled(EdgeClampedProgram), unrolled(EdgeArrowHeadProgram)]);
